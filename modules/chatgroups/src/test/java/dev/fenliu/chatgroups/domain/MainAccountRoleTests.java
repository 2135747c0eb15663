package dev.fenliu.chatgroups.domain;

import static dev.fenliu.chatgroups.domain.ShopGroupsFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainAccountRoleTests {
    @Test
    void withDistributionOffTheMainAccountReceivesEverything() {
        assertThat(aShop(off(), preSales(AMY)).mainAccountRole()).isEqualTo(MainAccountRole.A);
        assertThat(aShop(withMain(off()), preSales(AMY, MAIN)).mainAccountRole())
                .isEqualTo(MainAccountRole.A);
    }

    @Test
    void notIncludedItSeesOnlyWhatIsForwardedToIt() {
        assertThat(aShop(on(), preSales(AMY)).mainAccountRole()).isEqualTo(MainAccountRole.B);
        assertThat(aShop(on(), preSales(AMY, MAIN)).mainAccountRole()).isEqualTo(MainAccountRole.B);
    }

    @Test
    void includedInNoGroupItHelpsOutWhenEveryAgentIsOffline() {
        assertThat(aShop(withMain(on()), preSales(AMY)).mainAccountRole()).isEqualTo(MainAccountRole.C);
    }

    @Test
    void includedInAGroupItIsAnAgentLikeTheOthers() {
        assertThat(aShop(withMain(on()), preSales(AMY), afterSales(MAIN)).mainAccountRole())
                .isEqualTo(MainAccountRole.D);
    }
}
