select *
from v_giay_phep_xay_dung
where updated_at is null or updated_at < timestamp '1900-01-01'
order by ma_ho_so
limit @limit
