package dev.fenliu.scenarios;

import dev.fenliu.app.FreshEnterprises;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Sets up shop S anew, in an enterprise of its own. */
@Component
public class Shops {
    private final FreshEnterprises enterprises;
    private final Environment environment;

    Shops(FreshEnterprises enterprises, Environment environment) {
        this.enterprises = enterprises;
        this.environment = environment;
    }

    /** Nobody is there yet. */
    public TheShop open() {
        var fresh = enterprises.open();
        var port = environment.getRequiredProperty("local.server.port", Integer.class);
        return new TheShop(
                new Api(port, enterprises.token(fresh)),
                fresh.shop().toString(),
                fresh.main().toString());
    }
}
