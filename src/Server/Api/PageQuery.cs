using System.ComponentModel;
using IntegrationHub.Hub.Views;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationHub.Server.Api;

/// <summary>The paging parameters of a list.</summary>
internal sealed record PageQuery(
    [property: FromQuery(Name = "after"), Description("The id after which the list goes on: the `next` of the page before.")] long? After,
    [property: FromQuery(Name = "limit"), Description("How many items at most, 1-500; 100 when not said.")] int? Limit)
{
    public int Size => Limit ?? PageRequest.DefaultLimit;

    /// <summary>Reads the list, if the parameters allow it.</summary>
    public async Task<IResult> Read<T>(Func<PageRequest, Task<T>> read) =>
        Wrong ?? Results.Ok(await read(new(After, Size)));

    public IResult? Wrong => (Size, After) switch
    {
        ( < 1 or > PageRequest.MaxLimit, _) => Problems.BadRequest("limit", $"must be 1-{PageRequest.MaxLimit}."),
        (_, < 0) => Problems.BadRequest("after", "must be the id of an item."),
        _ => null,
    };
}
