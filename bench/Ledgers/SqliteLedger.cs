namespace IntegrationHub.Bench.Ledgers;

/// <summary>A file. One that was there before is somebody's, and is never touched.</summary>
internal sealed class SqliteLedger : Ledger
{
    private readonly string path;

    public SqliteLedger(string path)
    {
        if (File.Exists(path))
            throw new BenchException($"{path} is there already: name a file that is not, the bench makes it anew for every run.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        this.path = path;
    }

    public override string Setting => $"{Sqlite}{path}";

    public override string Kind => "sqlite";

    private IEnumerable<string> Files => new[] { path, $"{path}-wal", $"{path}-shm", $"{path}.lock" }.Where(File.Exists);

    public override Task RenewAsync(CancellationToken cancellationToken) => RemoveAsync(cancellationToken);

    public override Task RemoveAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Files)
            File.Delete(file);
        return Task.CompletedTask;
    }

    public override Task<long> BytesAsync(CancellationToken cancellationToken) => Task.FromResult(Files.Sum(file => new FileInfo(file).Length));
}
