package dev.fenliu.accounts.web;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.domain.ActivityLog.Filter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Which lines of the activity log somebody looks for, as it stands in the address. What makes no sense there is any. */
record ActivityAddress(Map<String, String> chosen) {
    private static final int LONGEST = 64;
    private static final List<String> FILTERS = List.of("member", "action", "shop", "from", "to");

    static ActivityAddress of(Map<String, String> parameters) {
        var chosen = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank() && value.length() <= LONGEST) chosen.put(name, value.strip());
        });
        return new ActivityAddress(chosen);
    }

    /** @param zone where the days begin; the last one is looked through to its end */
    Filter filter(ZoneId zone) {
        var from = read("from", LocalDate::parse);
        var to = read("to", LocalDate::parse);
        return new Filter(
                read("member", MemberId::of),
                read("action", it -> it),
                read("shop", ShopId::of),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                read("before", Long::parseUnsignedLong));
    }

    public String get(String name) {
        return chosen.getOrDefault(name, "");
    }

    public boolean isFiltered() {
        return FILTERS.stream().anyMatch(chosen::containsKey);
    }

    public boolean isFurtherDown() {
        return chosen.containsKey("before");
    }

    /** The same lines from the newest on. */
    public String newest() {
        return kept().encode().toUriString();
    }

    public String before(long line) {
        return kept().queryParam("before", Long.toUnsignedString(line)).encode().toUriString();
    }

    private UriComponentsBuilder kept() {
        var link = UriComponentsBuilder.newInstance();
        FILTERS.stream().filter(chosen::containsKey).forEach(it -> link.queryParam(it, "{" + it + "}"));
        return link.uriVariables(new LinkedHashMap<>(chosen));
    }

    private <T> @Nullable T read(String name, Function<String, T> reader) {
        try {
            return chosen.containsKey(name) ? reader.apply(get(name)) : null;
        } catch (RuntimeException senseless) {
            return null;
        }
    }
}
