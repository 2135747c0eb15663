package dev.fenliu.accounts;

import java.time.ZoneId;

/**
 * A shop as other modules need to know one.
 *
 * @param region ISO 3166 code such as {@code TW}
 * @param authorized 授權的; false when 停用
 * @param zone the time zone of its region: its day begins there
 */
public record Shop(ShopId id, EnterpriseId enterprise, String name, String region, boolean authorized, ZoneId zone) {}
