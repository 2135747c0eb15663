package dev.fenliu.accounts.web;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.domain.MemberQuery;
import dev.fenliu.accounts.domain.MemberQuery.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where somebody is in the list of members: everything that they chose stands in the address. What makes no sense there
 * is any.
 */
record MembersAddress(Map<String, String> chosen) {
    private static final int LONGEST_SEARCH = 100;
    private static final List<String> FILTERS = List.of("search", "status", "shop", "role", "presence");

    static MembersAddress of(Map<String, String> parameters) {
        var chosen = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) chosen.put(name, value.substring(0, Math.min(value.length(), LONGEST_SEARCH)));
        });
        return new MembersAddress(chosen);
    }

    MemberQuery query() {
        var before = id("before", MemberId::of);
        return new MemberQuery(
                get("search"),
                get("status").isEmpty() ? null : get("status").equals("ACTIVE"),
                id("shop", ShopId::of),
                id("role", RoleId::of),
                oneOf(Presence.values(), "presence"),
                sort(),
                get("dir").equals("desc"),
                before == null ? id("after", MemberId::of) : before,
                before != null);
    }

    public String get(String name) {
        return chosen.getOrDefault(name, "");
    }

    public boolean isFiltered() {
        return FILTERS.stream().anyMatch(chosen::containsKey);
    }

    /** Ascending at first, descending when it is chosen again; the list begins anew. */
    public String sortedBy(String column) {
        var again = sort().name().equals(column) && !get("dir").equals("desc");
        var link = kept(FILTERS).queryParam("sort", column);
        if (again) link.queryParam("dir", "desc");
        return link.encode().toUriString();
    }

    /** What {@code aria-sort} says of a column. */
    public String order(String column) {
        if (!sort().name().equals(column)) return "none";
        return get("dir").equals("desc") ? "descending" : "ascending";
    }

    public String after(MemberId last) {
        return page("after", last);
    }

    public String before(MemberId first) {
        return page("before", first);
    }

    private String page(String name, MemberId member) {
        var link = kept(FILTERS);
        if (chosen.containsKey("sort")) link.queryParam("sort", sort());
        if (get("dir").equals("desc")) link.queryParam("dir", "desc");
        return link.queryParam(name, member).encode().toUriString();
    }

    private UriComponentsBuilder kept(List<String> names) {
        var link = UriComponentsBuilder.newInstance();
        names.stream().filter(chosen::containsKey).forEach(it -> link.queryParam(it, "{" + it + "}"));
        var values = new LinkedHashMap<String, Object>(chosen);
        return link.uriVariables(values);
    }

    private Sort sort() {
        var sort = oneOf(Sort.values(), "sort");
        return sort == null ? Sort.CREATED : sort;
    }

    private <T extends Enum<T>> @Nullable T oneOf(T[] values, String name) {
        for (var value : values) {
            if (value.name().equals(get(name))) return value;
        }
        return null;
    }

    private <T> @Nullable T id(String name, Function<String, T> read) {
        try {
            return get(name).isEmpty() ? null : read.apply(get(name));
        } catch (NumberFormatException nobody) {
            return null;
        }
    }
}
