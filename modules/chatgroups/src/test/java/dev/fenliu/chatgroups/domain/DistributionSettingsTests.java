package dev.fenliu.chatgroups.domain;

import static dev.fenliu.chatgroups.domain.ShopGroupsFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.chatgroups.domain.SetupFact.SettingsChanged;
import org.junit.jupiter.api.Test;

class DistributionSettingsTests {
    @Test
    void theCapIsAHundredUnlessTheShopChoosesAnother() {
        assertThat(anUntouchedShop().settings().cap()).isEqualTo(100);
    }

    @Test
    void theCapLiesBetweenOneAndAThousand() {
        var shop = anUntouchedShop();

        assertThatThrownBy(() -> shop.change(capOf(0))).isInstanceOf(CapOutOfRange.class);
        assertThat(shop.change(capOf(1))).hasSize(1);
        assertThat(shop.change(capOf(1000))).hasSize(1);
        assertThatThrownBy(() -> shop.change(capOf(1001))).isInstanceOf(CapOutOfRange.class);
        assertThat(shop.settings().cap()).isEqualTo(1000);
    }

    @Test
    void tiesGoToTheOldestAccountUnlessTheShopChoosesOtherwise() {
        var shop = anUntouchedShop();
        assertThat(shop.settings().tieBreak()).isEqualTo(TieBreak.OLDEST_ACCOUNT);

        shop.change(tiesGoTo(TieBreak.LEAST_RECENTLY_ASSIGNED));

        assertThat(shop.settings().tieBreak()).isEqualTo(TieBreak.LEAST_RECENTLY_ASSIGNED);
    }

    @Test
    void whatIsNotWishedStaysAsItIs() {
        var shop = aShop(withMain(on()), preSales(AMY));

        assertThat(shop.change(new DistributionWish(null, null, null, null))).isEmpty();
        assertThat(shop.change(capOf(7))).containsExactly(new SettingsChanged(withMain(on()), shop.settings()));
        assertThat(shop.settings()).isEqualTo(new DistributionSettings(true, true, 7, TieBreak.OLDEST_ACCOUNT));
    }
}
