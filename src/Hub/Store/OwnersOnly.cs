namespace IntegrationHub.Hub.Store;

/// <summary>
/// Makes folders and files that only the account which runs the hub may open: the ledger holds personal data, the token opens the API.
/// What is there already keeps its rights. Windows has rights of another kind, which the folder hands on.
/// </summary>
public static class OwnersOnly
{
    private const UnixFileMode ReadAndWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder of a file, if it is not there.</summary>
    /// <param name="file">The file's full path.</param>
    public static void MakeFolderOf(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, ReadAndWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Opens a file; when that makes it, it is its owner's only.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">Whether it may be there, or must not be.</param>
    /// <returns>The file, shared with nobody while it is open.</returns>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = ReadAndWrite;
        return new(path, options);
    }
}
