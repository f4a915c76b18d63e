using System.Data;
using Dapper;

namespace IntegrationHub.Hub.Views;

internal static class RowReading
{
    public static List<T> List<T>(this IDbConnection db, string sql, Func<Row, T> map, object? values = null)
    {
        using var reader = db.ExecuteReader(sql, values);
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(new(reader)));
        return rows;
    }

    public static T? One<T>(this IDbConnection db, string sql, Func<Row, T> map, object? values = null)
        where T : class
    {
        using var reader = db.ExecuteReader(sql, values);
        return reader.Read() ? map(new(reader)) : null;
    }
}
