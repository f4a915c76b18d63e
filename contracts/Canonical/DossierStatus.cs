namespace IntegrationHub.Contracts;

/// <summary>
/// The status of a dossier. Official field: <c>TrangThaiHoSo</c> 1-10 (GUIDE14; code list <c>statuses.csv</c>). The number is the
/// official code.
/// </summary>
public enum DossierStatus
{
    /// <summary>1, <i>Mới đăng ký</i>: filed, not yet received.</summary>
    Filed = 1,

    /// <summary>2, <i>Được tiếp nhận</i>: received.</summary>
    Received = 2,

    /// <summary>3, <i>Không được tiếp nhận</i>: refused. Final.</summary>
    Refused = 3,

    /// <summary>4, <i>Đang xử lý</i>: in process.</summary>
    InProcess = 4,

    /// <summary>5, <i>Yêu cầu bổ sung giấy tờ</i>: the applicant must supplement papers; paused.</summary>
    SupplementRequested = 5,

    /// <summary>6, <i>Yêu cầu thực hiện nghĩa vụ tài chính</i>: a financial duty must be met; paused.</summary>
    PaymentRequested = 6,

    /// <summary>7, <i>Công dân yêu cầu rút hồ sơ</i>: withdrawn. Final.</summary>
    Withdrawn = 7,

    /// <summary>8, <i>Dừng xử lý</i>: stopped; may be recalled.</summary>
    Stopped = 8,

    /// <summary>9, <i>Đã xử lý xong</i>: processed, the result waits to be handed over.</summary>
    Processed = 9,

    /// <summary>10, <i>Đã trả kết quả</i>: the result was handed over. Final.</summary>
    Returned = 10,
}
