namespace IntegrationHub.Contracts;

/// <summary>
/// Who applies. Official field: <c>LoaiDoiTuong</c> (QCVN 120:2019, field 7; code list <c>subject-kinds.csv</c>). The number is the
/// official code.
/// </summary>
public enum SubjectKind
{
    /// <summary>1, <i>Người dân</i>: a person.</summary>
    Person = 1,

    /// <summary>2, <i>Doanh nghiệp</i>: an enterprise.</summary>
    Enterprise = 2,

    /// <summary>3, <i>Cơ quan nhà nước</i>: a state body.</summary>
    StateBody = 3,

    /// <summary>4, <i>Tổ chức, khác</i>: another organisation.</summary>
    Other = 4,
}

/// <summary>
/// How the dossier was filed. Official field: <c>KenhThucHien</c> (later field, seen in use; code list <c>channels.csv</c>). The
/// number is the code.
/// </summary>
public enum Channel
{
    /// <summary>1, <i>Trực tiếp</i>: at the counter.</summary>
    Counter = 1,

    /// <summary>2, <i>Trực tuyến</i>: online.</summary>
    Online = 2,

    /// <summary>3, <i>Bưu chính công ích</i>: by public post.</summary>
    Post = 3,
}

/// <summary>
/// How the result is handed over. Official field: <c>HinhThuc</c> (QCVN 120:2019, field 19). The number is the official code.
/// </summary>
public enum Handover
{
    /// <summary>0: in person.</summary>
    InPerson = 0,

    /// <summary>1: by post.</summary>
    ByPost = 1,
}

/// <summary>
/// The kind of an identity number. Official field: <c>DinhDanhCHS.LoaiDinhDanh</c> (later field, seen in use). The number is the
/// code.
/// </summary>
public enum IdentityKind
{
    /// <summary>1: the 12-digit personal identity number (<i>số định danh cá nhân, CCCD</i>).</summary>
    PersonalNumber = 1,

    /// <summary>2: the 9-digit number of the old identity card (<i>CMND</i>).</summary>
    OldIdentityCard = 2,
}

/// <summary>
/// Whether a submitted paper was one that the state already has. Official field: <c>TaiLieuNop.DuocTaiSuDung</c> (later field, seen
/// in use). The number is the code.
/// </summary>
public enum PaperReuse
{
    /// <summary>0: it was submitted anew.</summary>
    No = 0,

    /// <summary>1: it was used again.</summary>
    Reused = 1,

    /// <summary>2: it is the result of another dossier.</summary>
    ResultOfAnother = 2,
}
