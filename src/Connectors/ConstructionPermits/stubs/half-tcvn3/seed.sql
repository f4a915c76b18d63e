-- Typed with the old font into the new program.
insert into giay_phep (ma_ho_so, so_giay_phep, ma_tthc, chu_dau_tu, don_vi_xu_ly, noi_dung, so_giay_to, loai_doi_tuong, ngay_tiep_nhan, ngay_hen_tra, trang_thai, le_phi, updated_at) values
('H40.13-260105-0001', null, '1.013227', 'NguyÔn V¨n MÉu', 'Së X©y dùng tØnh NghÖ An', 'Gia h¹n giÊy phÐp x©y dùng nhµ ë', '999186001234', 1, '05/01/2026 08:15:00', '20/01/2026', 'đang thẩm định', 75000, '2026-01-05 08:15:00'),
('H40.13-260105-0002', null, '1.013227', 'NguyÔn V¨n MÉu', 'Së X©y dùng tØnh NghÖ An', 'Gia hạn giÊy phÐp', '999186001234', 1, '05/01/2026 08:15:00', '20/01/2026', 'đang thẩm định', 75000, '2026-01-05 08:16:00');
