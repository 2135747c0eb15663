package dev.fenliu.chatgroups.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.AutomaticReplies;
import dev.fenliu.chatgroups.AutomaticReplies.Kind;
import dev.fenliu.chatgroups.AutomaticReplies.Reply;
import dev.fenliu.chatgroups.OpeningHours;
import dev.fenliu.chatgroups.OpeningHours.Span;
import dev.fenliu.chatgroups.domain.Replies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReplies implements Replies {
    private final JdbcClient jdbc;

    JdbcReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AutomaticReplies of(EnterpriseId enterprise, ShopId shop) {
        return jdbc.sql("""
                        select first_on, first_text, outside_on, outside_text, nobody_on, nobody_text, hours
                        from chatgroup_replies where shop_id = :shop and enterprise_id = :enterprise""")
                .param("shop", shop.value())
                .param("enterprise", enterprise.value())
                .query((row, _) -> replies(row))
                .optional()
                .orElse(AutomaticReplies.NONE);
    }

    @Override
    public void save(EnterpriseId enterprise, ShopId shop, AutomaticReplies replies) {
        var first = replies.of(Kind.FIRST_MESSAGE);
        var outside = replies.of(Kind.OUTSIDE_HOURS);
        var nobody = replies.of(Kind.NOBODY_ONLINE);
        jdbc.sql("""
                        insert into chatgroup_replies (shop_id, enterprise_id, first_on, first_text, outside_on,
                            outside_text, nobody_on, nobody_text, hours)
                        values (:shop, :enterprise, :firstOn, :firstText, :outsideOn, :outsideText, :nobodyOn,
                            :nobodyText, :hours)
                        on duplicate key update first_on = values(first_on), first_text = values(first_text),
                            outside_on = values(outside_on), outside_text = values(outside_text),
                            nobody_on = values(nobody_on), nobody_text = values(nobody_text), hours = values(hours)""")
                .param("shop", shop.value())
                .param("enterprise", enterprise.value())
                .param("firstOn", first.enabled())
                .param("firstText", first.text())
                .param("outsideOn", outside.enabled())
                .param("outsideText", outside.text())
                .param("nobodyOn", nobody.enabled())
                .param("nobodyText", nobody.text())
                .param("hours", write(replies.hours()))
                .update();
    }

    private static AutomaticReplies replies(ResultSet row) throws SQLException {
        var replies = new EnumMap<Kind, Reply>(Kind.class);
        replies.put(Kind.FIRST_MESSAGE, new Reply(row.getBoolean("first_on"), row.getString("first_text")));
        replies.put(Kind.OUTSIDE_HOURS, new Reply(row.getBoolean("outside_on"), row.getString("outside_text")));
        replies.put(Kind.NOBODY_ONLINE, new Reply(row.getBoolean("nobody_on"), row.getString("nobody_text")));
        return new AutomaticReplies(replies, read(row.getString("hours")));
    }

    /** Such as {@code MONDAY 09:00 18:00, TUESDAY 09:00 18:00}. */
    private static String write(OpeningHours hours) {
        return hours.days().entrySet().stream()
                .map(day -> day.getKey() + " " + day.getValue().from() + " "
                        + day.getValue().to())
                .collect(Collectors.joining(", "));
    }

    private static OpeningHours read(String text) {
        var days = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        if (!text.isEmpty()) {
            for (var day : text.split(", ", -1)) {
                var parts = day.split(" ", -1);
                days.put(DayOfWeek.valueOf(parts[0]), new Span(LocalTime.parse(parts[1]), LocalTime.parse(parts[2])));
            }
        }
        return new OpeningHours(days);
    }
}
