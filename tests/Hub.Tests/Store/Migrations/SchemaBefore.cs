using System.Runtime.CompilerServices;
using Dapper;
using DbUp;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Store;
using Npgsql;

namespace IntegrationHub.Hub.Tests.Store.Migrations;

/// <summary>A ledger as a version before this one left it, and what that version writes.</summary>
internal static class SchemaBefore
{
    private const string First = "0001_ledger.sql";

    /// <summary>Makes the ledger by its first migration alone, as a version did that knew no other.</summary>
    public static void MakeBefore(this TestStore store)
    {
        var name = store.Setting.Split(':', 2);
        var target = name[0] == "sqlite"
            ? DeployChanges.To.SqliteDatabase($"Data Source={name[1]};Pooling=False")
            : DeployChanges.To.PostgresqlDatabase(new NpgsqlConnectionStringBuilder(name[1]) { Pooling = false }.ConnectionString);
        var result = target
            .WithScriptsEmbeddedInAssembly(
                typeof(LedgerDatabase).Assembly,
                script => script.Contains($".{name[0]}.Migrations.{First}", StringComparison.OrdinalIgnoreCase))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        result.Successful.ShouldBeTrue(result.Error?.Message);
        result.Scripts.Count().ShouldBe(1);
    }

    /// <summary>Lives a life on it, as the code of that version does.</summary>
    public static void LiveBefore(this TestStore store, int life, [CallerFilePath] string caller = "")
    {
        var engine = store.Setting.Split(':', 2)[0];
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, $"LifeOnTheSchemaBefore.{engine}.sql"));
        const string packet = """{"MaHoSo":"n","TrangThaiHoSo":"2"}""";
        const string row = """{"NoiDungXuLy":"x"}""";
        using var db = store.Open();
        db.Execute(text, new { n = life, packet, row, hash = PacketDigest.TomTat(packet).Bytes(), rowHash = PacketDigest.RowHash(row).Bytes() });
    }
}
