package dev.fenliu.chatgroups.persistence;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.chatgroups.domain.DistributionSettings;
import dev.fenliu.chatgroups.domain.ShopGroups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Puts setups together again from one row per member, sorted by shop and group. */
class SetupReader implements ResultSetExtractor<List<ShopGroups>> {
    private final MemberId main;

    SetupReader(MemberId main) {
        this.main = main;
    }

    @Override
    public List<ShopGroups> extractData(ResultSet rows) throws SQLException {
        var settings = new LinkedHashMap<ShopId, DistributionSettings>();
        var groups = new LinkedHashMap<ShopId, Map<GroupId, ChatGroup>>();
        while (rows.next()) {
            var shop = new ShopId(rows.getLong("shop_id"));
            if (!settings.containsKey(shop)) settings.put(shop, settings(rows));
            var ofShop = groups.computeIfAbsent(shop, it -> new LinkedHashMap<>());
            var id = new GroupId(rows.getLong("group_id"));
            if (rows.wasNull()) continue;
            if (!ofShop.containsKey(id)) ofShop.put(id, group(id, shop, rows));
            var member = new MemberId(rows.getLong("member_id"));
            if (!rows.wasNull()) ofShop.get(id).members().add(member);
        }
        var setups = new ArrayList<ShopGroups>();
        settings.forEach((shop, found) -> setups.add(new ShopGroups(
                shop, main, found, groups.getOrDefault(shop, Map.of()).values())));
        return setups;
    }

    private static DistributionSettings settings(ResultSet row) throws SQLException {
        return new DistributionSettings(
                row.getBoolean("enabled"),
                row.getBoolean("include_main"),
                row.getInt("cap"),
                TieBreak.valueOf(row.getString("tie_break")));
    }

    private static ChatGroup group(GroupId id, ShopId shop, ResultSet row) throws SQLException {
        return new ChatGroup(id, shop, row.getString("name"), sources(row.getString("sources")), new LinkedHashSet<>());
    }

    private static Set<ChatSource> sources(String codes) {
        var sources = EnumSet.noneOf(ChatSource.class);
        for (var code : codes.split(",", -1)) sources.add(ChatSource.valueOf(code));
        return sources;
    }
}
