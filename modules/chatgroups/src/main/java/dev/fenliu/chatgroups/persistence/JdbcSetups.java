package dev.fenliu.chatgroups.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.domain.DistributionSettings;
import dev.fenliu.chatgroups.domain.SetupFact;
import dev.fenliu.chatgroups.domain.SetupFact.GroupChanged;
import dev.fenliu.chatgroups.domain.SetupFact.GroupCreated;
import dev.fenliu.chatgroups.domain.SetupFact.GroupDeleted;
import dev.fenliu.chatgroups.domain.SetupFact.SettingsChanged;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOff;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOn;
import dev.fenliu.chatgroups.domain.Setups;
import dev.fenliu.chatgroups.domain.ShopGroups;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSetups implements Setups {
    private static final String ROWS = """
            select s.shop_id, s.enabled, s.include_main, s.cap, s.tie_break,
                   g.id as group_id, g.name, g.sources, m.member_id
            from chatgroup_shop s
            left join chatgroup_group g on g.shop_id = s.shop_id and g.enterprise_id = s.enterprise_id
            left join chatgroup_group_member m on m.group_id = g.id and m.enterprise_id = g.enterprise_id
            where s.enterprise_id = :enterprise""";
    private static final String ONE_SHOP = "\nand s.shop_id = :shop";
    private static final String IN_ORDER = "\norder by s.shop_id, g.created_at, g.id, m.member_id";

    private final JdbcClient jdbc;
    private final GroupRows groups;

    JdbcSetups(JdbcClient jdbc, GroupRows groups) {
        this.jdbc = jdbc;
        this.groups = groups;
    }

    @Override
    public List<ShopGroups> all(EnterpriseId enterprise, MemberId main) {
        return jdbc.sql(ROWS + IN_ORDER).param("enterprise", enterprise.value()).query(new SetupReader(main));
    }

    @Override
    public ShopGroups of(EnterpriseId enterprise, MemberId main, ShopId shop) {
        var found = jdbc.sql(ROWS + ONE_SHOP + IN_ORDER)
                .param("enterprise", enterprise.value())
                .param("shop", shop.value())
                .query(new SetupReader(main));
        return found.isEmpty() ? ShopGroups.untouched(shop, main) : found.getFirst();
    }

    @Override
    public ShopGroups lock(EnterpriseId enterprise, MemberId main, ShopId shop) {
        if (!lockRow(enterprise, shop)) {
            insertUnlessThere(enterprise, shop);
            if (!lockRow(enterprise, shop)) throw new IllegalStateException("a shop of somebody else: " + shop);
        }
        return of(enterprise, main, shop);
    }

    private boolean lockRow(EnterpriseId enterprise, ShopId shop) {
        return jdbc.sql("""
                        select shop_id from chatgroup_shop
                        where shop_id = :shop and enterprise_id = :enterprise
                        for update""")
                .param("shop", shop.value())
                .param("enterprise", enterprise.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Of two who find no row, the second waits here for the first and leaves the row as it is. */
    private void insertUnlessThere(EnterpriseId enterprise, ShopId shop) {
        var settings = DistributionSettings.DEFAULT;
        jdbc.sql("""
                        insert into chatgroup_shop (shop_id, enterprise_id, enabled, include_main, cap, tie_break)
                        values (:shop, :enterprise, :enabled, :includeMain, :cap, :tieBreak)
                        on duplicate key update shop_id = values(shop_id)""")
                .param("shop", shop.value())
                .param("enterprise", enterprise.value())
                .param("enabled", settings.enabled())
                .param("includeMain", settings.includeMain())
                .param("cap", settings.cap())
                .param("tieBreak", settings.tieBreak().name())
                .update();
    }

    @Override
    public void save(EnterpriseId enterprise, ShopGroups setup, Collection<SetupFact> facts, Instant now) {
        var settingsChanged = false;
        for (var fact : facts) {
            switch (fact) {
                case TurnedOn on -> settingsChanged = true;
                case TurnedOff off -> settingsChanged = true;
                case SettingsChanged changed -> settingsChanged = true;
                case GroupCreated created -> groups.insert(enterprise, created.group(), now);
                case GroupChanged changed -> groups.update(enterprise, changed.before(), changed.after());
                case GroupDeleted deleted ->
                    groups.delete(enterprise, deleted.group().id());
            }
        }
        if (settingsChanged) update(enterprise, setup.shop(), setup.settings());
    }

    private void update(EnterpriseId enterprise, ShopId shop, DistributionSettings settings) {
        jdbc.sql("""
                        update chatgroup_shop
                        set enabled = :enabled, include_main = :includeMain, cap = :cap, tie_break = :tieBreak
                        where shop_id = :shop and enterprise_id = :enterprise""")
                .param("enabled", settings.enabled())
                .param("includeMain", settings.includeMain())
                .param("cap", settings.cap())
                .param("tieBreak", settings.tieBreak().name())
                .param("shop", shop.value())
                .param("enterprise", enterprise.value())
                .update();
    }
}
