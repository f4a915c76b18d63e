using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Server.Security;

/// <summary>The token that opens the API. Kept in a file that only its owner reads, compared in constant time.</summary>
internal sealed class ApiToken
{
    private const string Prefix = "hub_";
    private const int ShortestToken = 20;

    private readonly byte[] hash;

    public ApiToken(string token) => hash = Hash(token);

    /// <summary>Reads the token, or makes one at the first start.</summary>
    /// <exception cref="InvalidOperationException">The file holds no usable token.</exception>
    public static ApiToken LoadOrCreate(string path)
    {
        if (!File.Exists(path))
            Create(path);
        var token = File.ReadAllText(path).Trim();
        return token.Length >= ShortestToken
            ? new ApiToken(token)
            : throw new InvalidOperationException(
                $"{path} holds no token of at least {ShortestToken} characters; delete the file, the server makes a new one.");
    }

    public bool Matches(string offered) => CryptographicOperations.FixedTimeEquals(hash, Hash(offered));

    // Hashed first, so that the comparison does not tell the length either.
    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static void Create(string path)
    {
        OwnersOnly.MakeFolderOf(path);
        using var writer = new StreamWriter(OwnersOnly.Open(path, FileMode.CreateNew));
        writer.WriteLine(Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
    }
}
