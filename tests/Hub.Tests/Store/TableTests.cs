using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store;

public sealed class TableTests
{
    private sealed record Item(int Id, string Group, int Value);

    private readonly Table<int, Item> table = new(item => item.Id, item => item.Group);

    public TableTests() => table.Load(new(1, "a", 1));

    [Fact]
    public void What_is_put_is_added_or_changed_once()
    {
        table.Put(new(1, "a", 2));
        table.Put(new(1, "a", 3));
        table.Put(new(2, "a", 4));
        table.Put(new(2, "a", 5));

        table.Changed.ShouldBe([new(1, "a", 3)]);
        table.Added.ShouldBe([new(2, "a", 5)]);
        table.Removed.ShouldBeEmpty();
        table.Of("a").Select(item => item.Value).ShouldBe([3, 5]);
    }

    [Fact]
    public void What_is_removed_is_removed_from_the_store_only_if_that_has_it()
    {
        table.Put(new(2, "a", 4));
        table.Remove(2);
        table.Remove(1);

        table.Removed.ShouldBe([new(1, "a", 1)]);
        table.Added.ShouldBeEmpty();
        table.Of("a").ShouldBeEmpty();
    }

    [Fact]
    public void What_is_undone_leaves_nothing_behind()
    {
        table.Put(new(2, "a", 4));
        table.Mark();
        table.Put(new(1, "a", 2));
        table.Put(new(2, "b", 5));
        table.Put(new(3, "b", 6));
        table.Undo();

        table.Changed.ShouldBeEmpty();
        table.Added.ShouldBe([new(2, "a", 4)]);
        table.Of("a").Select(item => item.Value).ShouldBe([1, 4]);
        table.Of("b").ShouldBeEmpty();
        table.Put(new(3, "b", 6));
        table.Of("b").ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_done_before_the_mark_or_kept_is_not_undone()
    {
        table.Mark();
        table.Put(new(1, "a", 2));
        table.Keep();
        table.Undo();

        table.Changed.ShouldBe([new(1, "a", 2)]);
    }

    [Fact]
    public void A_row_that_changes_its_group_is_found_in_the_new_one_only()
    {
        table.Put(new(1, "b", 1));

        table.Of("a").ShouldBeEmpty();
        table.Of("b").ShouldHaveSingleItem();
        table.Put(new(1, "a", 1));
        table.Of("a").ShouldHaveSingleItem();
    }
}
