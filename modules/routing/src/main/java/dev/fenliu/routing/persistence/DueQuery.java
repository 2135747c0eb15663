package dev.fenliu.routing.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.domain.Stagings.Scan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one statement that reads what could get a decision now. Each branch walks an index in the order of the queue and
 * stops at the limit, so that a long queue that nobody can take costs nothing. The first rows of the union are exact:
 * a branch that was cut short has that many rows of its own before the cut.
 */
final class DueQuery {
    private static final String ORDER = " order by asked_at, conversation_id limit ";

    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> branches = new ArrayList<>();

    DueQuery(EnterpriseId enterprise, Scan scan) {
        parameters.put("enterprise", enterprise.value());
        var open = "";
        if (!scan.closed().isEmpty()) {
            parameters.put("closed", shops(scan.closed()));
            open = " and shop_id not in (:closed)";
        }
        branch("phase = 'ASKED'" + open, scan.limit());

        parameters.put("now", scan.now());
        branch("phase = 'HELD' and held_until < :now" + open, scan.limit());
        if (!scan.connected().isEmpty()) {
            parameters.put("connected", members(scan.connected()));
            branch("phase = 'HELD' and owner_id in (:connected)" + open, scan.limit());
        }
        preferring("owner", "owner_id", scan.online(), scan.limit());
        preferring("handler", "last_handler_id", scan.handlers(), scan.limit());
        if (!scan.off().isEmpty()) {
            parameters.put("off", shops(scan.off()));
            branch("phase = 'WAITING' and shop_id in (:off)", scan.limit());
            branch("phase = 'HELD' and shop_id in (:off)", scan.limit());
        }
        scan.room().forEach((shop, room) -> {
            var name = "shop" + Long.toUnsignedString(shop.value());
            parameters.put(name, shop.value());
            branch("phase = 'WAITING' and shop_id = :" + name, Math.min(room, scan.limit()));
        });
        parameters.put("limit", scan.limit());
    }

    String sql() {
        return String.join(" union ", branches) + ORDER + ":limit";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    // Of each shop only those whom it may give them to: others would fill the batch and be left where they are.
    private void preferring(String index, String column, Map<Set<MemberId>, Set<ShopId>> wanted, int limit) {
        wanted.forEach((people, where) -> {
            var name = index + parameters.size();
            parameters.put(name, members(people));
            parameters.put(name + "shops", shops(where));
            branches.add(("(select * from routing_staging force index (routing_staging_by_%s)"
                                    + " where enterprise_id = :enterprise and phase = 'WAITING' and %s in (:%s)"
                                    + " and shop_id in (:%sshops)")
                            .formatted(index, column, name, name)
                    + ORDER + limit + ")");
        });
    }

    private void branch(String condition, int limit) {
        branches.add("(select * from routing_staging where enterprise_id = :enterprise and " + condition + ORDER + limit
                + ")");
    }

    private static List<Long> shops(Collection<ShopId> shops) {
        return shops.stream().map(ShopId::value).toList();
    }

    private static List<Long> members(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}
