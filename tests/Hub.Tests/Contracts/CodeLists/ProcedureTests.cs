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

    [Fact]
    public void Every_procedure_has_its_sector() =>
        CodeLists.Procedures.Select(entry => CodeLists.ProcedureOf(entry.Code)).ShouldAllBe(procedure => procedure != null && procedure.SectorName != "");
}
