using System.Globalization;
using CodeLists = IntegrationHub.Contracts.CodeLists;

namespace IntegrationHub.Hub.Tests.Contracts.Lists;

public sealed class ProcedureTests
{
    [Theory]
    [InlineData("1.013227")]
    [InlineData("1.013227.000.00.00.H40")]
    [InlineData("1.013227.H40")]
    public void Every_notation_of_a_code_finds_the_procedure_under_its_base_code(string code)
    {
        var procedure = CodeLists.ProcedureOf(code).ShouldNotBeNull();
        procedure.Code.ShouldBe("1.013227");
        procedure.Name.ShouldBe("Gia hạn giấy phép xây dựng");
        (procedure.SectorCode, procedure.SectorName).ShouldBe(("G09-XD", "Xây dựng"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9.999999")]
    [InlineData("1.013227 ")]
    [InlineData("1.013227\n")]
    [InlineData("1.013227.40")]
    [InlineData("1.0132270")]
    [InlineData("١.٠١٣٢٢٧")]
    public void What_is_not_in_the_list_is_not_guessed(string? code) => CodeLists.ProcedureOf(code).ShouldBeNull();

    [Theory]
    [InlineData("2026-06-30", "1.000001", "Xây dựng cũ")]
    [InlineData("2026-07-01", "1.000001", "Xây dựng mới")]
    [InlineData("9999-12-31", "1.000001", "Xây dựng mới")]
    [InlineData("9999-12-31", "1.000002", null)]
    public void A_sector_that_was_corrected_by_a_dated_row_has_the_name_of_the_day(string day, string code, string? name)
    {
        var register = new ProcedureRegister(
            Rows("1.000001,Cấp phép,XD,,", "1.000002,Cấp phép,CU,,"),
            [
                new("XD", "Xây dựng cũ", new(null, new(2026, 6, 30)), "s", Confidence.Public, ""),
                new("XD", "Xây dựng mới", new(new(2026, 7, 1), null), "s", Confidence.Public, ""),
                new("CU", "Đã bỏ", new(null, new(2026, 6, 30)), "s", Confidence.Public, ""),
            ]);
        (register.Find(code, DateOnly.Parse(day, CultureInfo.InvariantCulture))?.SectorName).ShouldBe(name);
    }

    [Fact]
    public void A_procedure_of_a_sector_that_is_in_no_list_is_told_with_its_line() => Should.Throw<FormatException>(
        () => new ProcedureRegister(Rows("1.000001,Cấp phép,XD,,"), []).Find("1.000001", DateOnly.MaxValue))
            .Message.ShouldContain("line 2");

    [Fact]
    public void Every_procedure_has_its_sector() =>
        CodeLists.Procedures.Select(entry => CodeLists.ProcedureOf(entry.Code)).ShouldAllBe(procedure => procedure != null && procedure.SectorName != "");

    private static IEnumerable<CsvRow> Rows(params string[] lines) =>
        Csv.Read("procedures", new StringReader($"code,name,sector_code,valid_from,valid_to\n{string.Join('\n', lines)}\n"));
}
