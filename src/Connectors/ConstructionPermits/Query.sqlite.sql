select ma_ho_so, so_giay_phep, ma_tthc, chu_dau_tu, dia_diem_xay_dung, don_vi_xu_ly, noi_dung, so_giay_to, loai_doi_tuong,
       dien_thoai, email, ma_xa, so_thua, so_to, dien_tich_xay_dung, so_tang, ngay_tiep_nhan, ngay_hen_tra, ngay_ket_thuc,
       ngay_tra, trang_thai, le_phi, updated_at
from v_giay_phep_xay_dung
where updated_at >= @time
  and (@key is null or updated_at > @time or ma_ho_so > @key)
order by updated_at, ma_ho_so
limit @limit
