using Microsoft.Data.Sqlite;

namespace IntegrationHub.Sim.Sources.Store;

/// <summary>The writes of one transaction on the simulator's state.</summary>
internal sealed class StateWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand meta = connection.Prepare("INSERT OR REPLACE INTO meta VALUES ($key, $value)", "$key", "$value");
    private readonly SqliteCommand dossier = connection.Prepare("INSERT INTO dossier VALUES ($ma, $ix)", "$ma", "$ix");
    private readonly SqliteCommand addLicence = connection.Prepare(
        "INSERT OR REPLACE INTO licence VALUES ($at, $ma, $ix)", "$at", "$ma", "$ix");
    private readonly SqliteCommand dropLicence = connection.Prepare("DELETE FROM licence WHERE updated = $at AND ma = $ma", "$at", "$ma");
    private readonly SqliteCommand callback = connection.Prepare("INSERT INTO callback (ix, event) VALUES ($ix, $event)", "$ix", "$event");
    private readonly SqliteCommand settle = connection.Prepare("DELETE FROM callback WHERE seq = $seq", "$seq");
    private readonly SqliteCommand live = connection.Prepare(
        "INSERT INTO live (ix, wave, at) VALUES ($ix, $wave, $at)", "$ix", "$wave", "$at");

    public void Meta(string key, string value) => meta.Run(key, value);

    /// <summary>A number that exists already breaks the key: the count of dossiers is exact or there is none.</summary>
    public void Dossier(string maHoSo, int index) => dossier.Run(maHoSo, index);

    public void Licence(string updated, string maHoSo, int index) => addLicence.Run(updated, maHoSo, index);

    public void MoveLicence(string before, string updated, string maHoSo, int index)
    {
        dropLicence.Run(before, maHoSo);
        addLicence.Run(updated, maHoSo, index);
    }

    public void Callback(int index, int what) => callback.Run(index, what);

    public void Settle(long sequence) => settle.Run(sequence);

    public void Live(int index, int wave, string at) => live.Run(index, wave, at);

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[meta, dossier, addLicence, dropLicence, callback, settle, live])
            command.Dispose();
    }
}
