using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>Where a commit is cut off.</summary>
internal enum Cut
{
    /// <summary>The server never sees it.</summary>
    BeforeIt,

    /// <summary>The server has it, and may not have done it yet.</summary>
    OnItsWay,

    /// <summary>The server has answered, and the hub never hears of it.</summary>
    AfterIt,
}

/// <summary>Stands between the hub and PostgreSQL, and cuts a connection at its commit when it is told to.</summary>
internal sealed class CommitProxy : IDisposable
{
    private static readonly byte[] Commit = "COMMIT\0"u8.ToArray();

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int server;
    private Plan? next;

    /// <summary>Begins to listen.</summary>
    /// <param name="server">The port of the server, on this machine.</param>
    public CommitProxy(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether nobody is let through any more.</summary>
    public bool IsClosed { get; set; }

    /// <summary>The next commit is cut off.</summary>
    /// <param name="where">Where.</param>
    /// <param name="then">What happens before the hub can notice.</param>
    public void CutNext(Cut where, Func<Task>? then = null) => next = new(where, then ?? (() => Task.CompletedTask));

    private async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
        {
            var hub = await listener.AcceptTcpClientAsync(end.Token);
            if (IsClosed)
                hub.Dispose();
            else
                _ = ServeAsync(hub);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var hub = client;
        using var database = new TcpClient();
        try
        {
            await database.ConnectAsync(IPAddress.Loopback, server, end.Token);
            var answer = new Answer();
            await Task.WhenAny(
                AskAsync(hub.GetStream(), database.GetStream(), answer), AnswerAsync(database.GetStream(), hub.GetStream(), answer));
        }
        catch (SocketException)
        {
            // The server is not there, so the hub is let go.
        }
    }

    private async Task AskAsync(NetworkStream hub, NetworkStream database, Answer answer)
    {
        var buffer = new byte[65536];
        while (await hub.ReadAsync(buffer, end.Token) is var read and > 0)
        {
            var asked = buffer.AsMemory(0, read);
            if (asked.Span.IndexOf(Commit) >= 0 && Interlocked.Exchange(ref next, null) is { } plan)
            {
                await CutAsync(plan, asked, database, answer);
                return;
            }

            await database.WriteAsync(asked, end.Token);
        }
    }

    private async Task CutAsync(Plan plan, ReadOnlyMemory<byte> commit, NetworkStream database, Answer answer)
    {
        answer.IsKept = true;
        if (plan.Where is not Cut.BeforeIt)
            await database.WriteAsync(commit, end.Token);
        if (plan.Where is Cut.AfterIt)
            await answer.Came.Task.WaitAsync(end.Token);
        await plan.Then();
    }

    private async Task AnswerAsync(NetworkStream database, NetworkStream hub, Answer answer)
    {
        var buffer = new byte[65536];
        while (await database.ReadAsync(buffer, end.Token) is var read and > 0)
        {
            if (answer.IsKept)
            {
                answer.Came.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, end.Token);   // until the other way is cut
            }

            await hub.WriteAsync(buffer.AsMemory(0, read), end.Token);
        }
    }

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
    }

    private sealed record Plan(Cut Where, Func<Task> Then);

    /// <summary>What the server says, and whether it is kept from the hub.</summary>
    private sealed class Answer
    {
        private volatile bool kept;

        public bool IsKept
        {
            get => kept;
            set => kept = value;
        }

        public TaskCompletionSource Came { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
