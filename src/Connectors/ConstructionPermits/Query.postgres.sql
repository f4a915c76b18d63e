-- updated_at is a timestamp without time zone in local time. Written with its microseconds, of which the position must lose none, and
-- without idle zeros, so that whole seconds look as they do on the other engine.
-- The "C" collation orders keys by their bytes, whatever the database's own collation is.
select ma_ho_so, so_giay_phep, ma_tthc, chu_dau_tu, dia_diem_xay_dung, don_vi_xu_ly, noi_dung, so_giay_to, loai_doi_tuong,
       dien_thoai, email, ma_xa, so_thua, so_to, dien_tich_xay_dung, so_tang, ngay_tiep_nhan, ngay_hen_tra, ngay_ket_thuc,
       ngay_tra, trang_thai, le_phi, rtrim(rtrim(to_char(v.updated_at, 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.') as updated_at
from v_giay_phep_xay_dung v
where v.updated_at >= cast(@time as timestamp)
  and (cast(@key as text) is null or v.updated_at > cast(@time as timestamp) or ma_ho_so collate "C" > @key)
order by v.updated_at, ma_ho_so collate "C"
limit @limit
