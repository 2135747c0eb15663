package dev.fenliu.chatgroups.domain;

import static dev.fenliu.chatgroups.domain.ShopGroupsFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.chatgroups.domain.SetupFact.GroupChanged;
import dev.fenliu.chatgroups.domain.SetupFact.GroupDeleted;
import dev.fenliu.chatgroups.domain.SetupFact.SettingsChanged;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOff;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOn;
import org.junit.jupiter.api.Test;

class DistributionSwitchTests {
    @Test
    void aShopThatNeverWasSetUpHasDistributionOff() {
        assertThat(anUntouchedShop().settings().enabled()).isFalse();
    }

    @Test
    void distributionTurnsOnWhenSomeGroupHasAMember() {
        var shop = aShop(off(), preSales(), afterSales(CARA));

        assertThat(shop.change(switchedOn())).containsExactly(new TurnedOn());
        assertThat(shop.settings().enabled()).isTrue();
    }

    @Test
    void distributionCannotTurnOnWithoutAGroup() {
        var shop = anUntouchedShop();

        assertThatThrownBy(() -> shop.change(switchedOn())).isInstanceOf(NoGroupMember.class);
        assertThat(shop.settings()).isEqualTo(off());
    }

    @Test
    void distributionCannotTurnOnWhileEveryGroupIsEmpty() {
        var shop = aShop(off(), preSales(), afterSales());

        assertThatThrownBy(() -> shop.change(switchedOn())).isInstanceOf(NoGroupMember.class);
    }

    @Test
    void aRefusedWishChangesNothingElseEither() {
        var shop = aShop(off(), preSales());

        assertThatThrownBy(() -> shop.change(new DistributionWish(true, true, 7, null)))
                .isInstanceOf(NoGroupMember.class);
        assertThat(shop.settings()).isEqualTo(off());
    }

    @Test
    void turningOnWhatIsOnChangesNothing() {
        assertThat(aShop(on(), preSales(AMY)).change(switchedOn())).isEmpty();
    }

    @Test
    void turningOffIsAlwaysPossible() {
        assertThat(aShop(on(), preSales(AMY)).change(switchedOff())).containsExactly(new TurnedOff(false));
        assertThat(aShop(off(), preSales(AMY)).change(switchedOff())).isEmpty();
    }

    @Test
    void theLastMemberWhoLeavesTurnsDistributionOff() {
        var shop = aShop(on(), preSales(AMY), afterSales());

        var facts = shop.change(PRE_SALES, draft("售前客服"));

        assertThat(facts).containsExactly(new GroupChanged(preSales(AMY), preSales()), new TurnedOff(true));
        assertThat(shop.settings().enabled()).isFalse();
    }

    @Test
    void theLastGroupWithAMemberTurnsDistributionOffWhenDeleted() {
        var shop = aShop(on(), preSales(AMY), afterSales());

        assertThat(shop.delete(PRE_SALES)).containsExactly(new GroupDeleted(preSales(AMY)), new TurnedOff(true));
    }

    @Test
    void distributionStaysOnWhileSomebodyIsLeftInAnotherGroup() {
        var shop = aShop(on(), preSales(AMY), afterSales(CARA));

        assertThat(shop.delete(PRE_SALES)).containsExactly(new GroupDeleted(preSales(AMY)));
        assertThat(shop.settings().enabled()).isTrue();
    }

    @Test
    void theLastMemberWhoOnlyMovesLeavesDistributionOn() {
        var shop = aShop(on(), preSales(AMY), afterSales());

        shop.change(AFTER_SALES, draft("售後客服", AMY));

        assertThat(shop.settings().enabled()).isTrue();
    }

    @Test
    void aLeavingMemberTurnsNothingOffThatIsOffAlready() {
        assertThat(aShop(off(), preSales(AMY)).delete(PRE_SALES)).containsExactly(new GroupDeleted(preSales(AMY)));
    }

    @Test
    void theMainAccountIsAMemberOnlyWhileItsSwitchIsOn() {
        var excluded = aShop(off(), preSales(MAIN));
        var included = aShop(withMain(off()), preSales(MAIN));

        assertThatThrownBy(() -> excluded.change(switchedOn())).isInstanceOf(NoGroupMember.class);
        assertThat(included.change(switchedOn())).containsExactly(new TurnedOn());
    }

    @Test
    void bothSwitchesCanBeTurnedOnTogether() {
        var shop = aShop(off(), preSales(MAIN));

        assertThat(shop.change(new DistributionWish(true, true, null, null)))
                .containsExactly(new SettingsChanged(off(), withMain(on())), new TurnedOn());
    }

    @Test
    void excludingTheMainAccountAsTheOnlyMemberTurnsDistributionOff() {
        var shop = aShop(withMain(on()), preSales(MAIN));

        assertThat(shop.change(mainIncluded(false)))
                .containsExactly(new SettingsChanged(withMain(on()), on()), new TurnedOff(true));
        assertThat(shop.settings()).isEqualTo(off());
    }

    @Test
    void excludingTheMainAccountAsTheOnlyMemberIsRefusedToWhoeverInsistsOnDistribution() {
        var shop = aShop(withMain(on()), preSales(MAIN));

        assertThatThrownBy(() -> shop.change(new DistributionWish(true, false, null, null)))
                .isInstanceOf(NoGroupMember.class);
        assertThat(shop.settings()).isEqualTo(withMain(on()));
    }

    @Test
    void excludingTheMainAccountLeavesDistributionOnWhileSomebodyElseIsThere() {
        var shop = aShop(withMain(on()), preSales(MAIN, BEN));

        shop.change(mainIncluded(false));

        assertThat(shop.settings()).isEqualTo(on());
    }

    @Test
    void theMainAccountIncludedInNoGroupIsNoGroupMember() {
        assertThatThrownBy(() -> aShop(withMain(off()), preSales()).change(switchedOn()))
                .isInstanceOf(NoGroupMember.class);
    }
}
