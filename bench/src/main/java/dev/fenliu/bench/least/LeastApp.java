package dev.fenliu.bench.least;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes a message as JSON and makes the writes of the raw program: no sign-in, no rules, no pages. */
@RestController
@SpringBootApplication(proxyBeanMethods = false)
public class LeastApp {
    private final AtomicLong ids = new AtomicLong(1_000_000_000);
    private final JdbcClient jdbc;

    LeastApp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static void main(String[] args) {
        SpringApplication.run(LeastApp.class, args);
    }

    /** A buyer by number, and what they write. */
    public record Message(long buyer, String text) {}

    /** The id that the message got. */
    public record Stored(String id) {}

    /** One insert and two updates, one commit. */
    @PostMapping("/messages")
    @Transactional
    public Stored store(@RequestBody Message message) {
        var id = ids.incrementAndGet();
        var now = Timestamp.from(Instant.now());
        jdbc.sql("update raw_buyer set name = ? where id = ?")
                .params("buyer " + id, message.buyer())
                .update();
        jdbc.sql("""
                update raw_conversation set last_talked_at = ?, updated_at = ?, buyer_spoke_last = true,
                    last_seq = last_seq + 1, buyer_count = buyer_count + 1, preview = ? where id = ?""").params(now, now, message.text(), message.buyer()).update();
        jdbc.sql("""
                insert into raw_message (id, enterprise_id, shop_id, buyer_id, conversation_id, seq, buyer_count, sender,
                    text, external_id, at) values (?, 1, 1, ?, ?, ?, 1, 'BUYER', ?, ?, ?)""")
                .params(id, message.buyer(), message.buyer(), id, message.text(), Long.toString(id), now)
                .update();
        return new Stored(Long.toString(id));
    }
}
