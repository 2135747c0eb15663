package dev.fenliu.app.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Checks the data source when it is made, before the migrations and everything else that uses it. */
@Component
class DatabaseGuard implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource source) {
            DatabaseCheck.of(source);
        }
        return bean;
    }
}
