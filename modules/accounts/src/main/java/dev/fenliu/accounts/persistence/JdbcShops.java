package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.domain.ShopNameTaken;
import dev.fenliu.accounts.domain.Shops;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcShops implements Shops {
    private final JdbcClient jdbc;

    JdbcShops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Shop shop, Instant createdAt) {
        try {
            jdbc.sql("""
                            insert into account_shop (id, enterprise_id, name, region, status, created_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            shop.id().value(),
                            shop.enterprise().value(),
                            shop.name(),
                            shop.region(),
                            status(shop),
                            Moments.write(createdAt))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new ShopNameTaken(shop.name());
        }
    }

    @Override
    public void save(Shop shop) {
        try {
            jdbc.sql("update account_shop set name = ?, region = ?, status = ? where enterprise_id = ? and id = ?")
                    .params(
                            shop.name(),
                            shop.region(),
                            status(shop),
                            shop.enterprise().value(),
                            shop.id().value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new ShopNameTaken(shop.name());
        }
    }

    private static String status(Shop shop) {
        return shop.authorized() ? "AUTHORIZED" : "DISABLED";
    }
}
