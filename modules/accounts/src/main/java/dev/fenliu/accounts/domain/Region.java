package dev.fenliu.accounts.domain;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A market in which a shop sells; a shop's day begins when it does in the capital. */
public enum Region {
    BR("America/Sao_Paulo"),
    CL("America/Santiago"),
    CN("Asia/Shanghai"),
    CO("America/Bogota"),
    HK("Asia/Hong_Kong"),
    ID("Asia/Jakarta"),
    JP("Asia/Tokyo"),
    KR("Asia/Seoul"),
    MO("Asia/Macau"),
    MX("America/Mexico_City"),
    MY("Asia/Kuala_Lumpur"),
    PH("Asia/Manila"),
    SG("Asia/Singapore"),
    TH("Asia/Bangkok"),
    TW("Asia/Taipei"),
    VN("Asia/Ho_Chi_Minh");

    private final ZoneId zone;

    Region(String zone) {
        this.zone = ZoneId.of(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** The region with that ISO 3166 code, in capitals or not. */
    public static Optional<Region> coded(String code) {
        return Arrays.stream(values())
                .filter(it -> it.name().equals(code.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
