package dev.fenliu.routing.application;

import dev.fenliu.routing.domain.Loyalty;
import dev.fenliu.routing.domain.RoutingPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules as beans: the domain itself knows no framework. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {
    @Bean
    Loyalty loyalty() {
        return Loyalty.STANDARD;
    }

    @Bean
    RoutingPolicy routingPolicy(Loyalty loyalty) {
        return new RoutingPolicy(loyalty);
    }
}
