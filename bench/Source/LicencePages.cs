using System.Buffers;
using System.Globalization;
using System.Text;

namespace IntegrationHub.Bench.Source;

/// <summary>Answers of the licence feed, copied together from templates.</summary>
internal sealed class LicencePages(LicenceCalendar calendar)
{
    private readonly IReadOnlyList<LicenceTemplate> templates = LicenceTemplates.Of(calendar.First);

    /// <summary>Writes the whole answer for a page of the dossiers touched on some days.</summary>
    /// <returns>How many records it holds.</returns>
    public int Write(DateOnly first, DateOnly last, int page, int size, IBufferWriter<byte> output)
    {
        var (from, total) = calendar.Touched(first, last);
        var skip = Math.Min((long)(page - 1) * size, total);
        var count = (int)Math.Min(size, total - skip);
        Text(output, string.Create(CultureInfo.InvariantCulture, $$"""{"error_code":"0","message":"","total":{{total}},"data":["""));
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                Text(output, ",");
            Record(from + (int)skip + i, output);
        }

        Text(output, "]}");
        return count;
    }

    private void Record(int dossier, IBufferWriter<byte> output)
    {
        var template = templates[dossier % templates.Count];
        template.Write(dossier, calendar.TouchedAt(dossier), output.GetSpan(template.Length));
        output.Advance(template.Length);
    }

    private static void Text(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
