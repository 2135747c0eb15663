package dev.fenliu.chatgroups.domain;

import static dev.fenliu.chatgroups.domain.ShopGroupsFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.chatgroups.domain.SetupFact.GroupChanged;
import dev.fenliu.chatgroups.domain.SetupFact.GroupCreated;
import org.junit.jupiter.api.Test;

class GroupMembershipTests {
    @Test
    void aNewGroupHasTheMembersThatWereChosen() {
        var shop = anUntouchedShop();

        assertThat(shop.create(PRE_SALES, draft("售前客服", AMY, BEN)))
                .containsExactly(new GroupCreated(preSales(AMY, BEN)));
        assertThat(shop.groups()).containsExactly(preSales(AMY, BEN));
    }

    @Test
    void aGroupMayBeEmpty() {
        assertThat(anUntouchedShop().create(PRE_SALES, draft("售前客服"))).containsExactly(new GroupCreated(preSales()));
    }

    @Test
    void aMemberWhoIsAddedToAnotherGroupMovesThere() {
        var shop = aShop(on(), preSales(AMY, BEN), afterSales(CARA));

        var facts = shop.change(AFTER_SALES, draft("售後客服", CARA, AMY));

        assertThat(shop.group(PRE_SALES).members()).containsExactly(BEN);
        assertThat(shop.group(AFTER_SALES).members()).containsExactly(CARA, AMY);
        assertThat(facts).hasSize(2).first().isEqualTo(new GroupChanged(preSales(AMY, BEN), preSales(BEN)));
    }

    @Test
    void aNewGroupTakesItsMembersFromTheOthers() {
        var shop = aShop(on(), preSales(AMY, BEN), afterSales(CARA));

        shop.create(ANOTHER, draft("夜班", AMY, CARA));

        assertThat(shop.groupOf(AMY)).contains(shop.group(ANOTHER));
        assertThat(shop.group(PRE_SALES).members()).containsExactly(BEN);
        assertThat(shop.group(AFTER_SALES).members()).isEmpty();
    }

    @Test
    void nobodyCanBeChosenWithoutTheChatPermission() {
        var shop = aShop(off(), preSales(AMY));

        assertThatThrownBy(() -> shop.create(ANOTHER, draftOf("夜班", answering(BEN), notAnswering(CARA))))
                .isInstanceOf(NoChatPermission.class);
        assertThatThrownBy(() -> shop.change(PRE_SALES, draftOf("售前客服", answering(AMY), notAnswering(CARA))))
                .isInstanceOf(NoChatPermission.class);
        assertThat(shop.groups()).containsExactly(preSales(AMY));
    }

    @Test
    void whoLostThePermissionMayStayButNotMove() {
        var shop = aShop(off(), preSales(AMY), afterSales(CARA));

        shop.change(PRE_SALES, draftOf("售前", notAnswering(AMY)));

        assertThat(shop.group(PRE_SALES).members()).containsExactly(AMY);
        assertThatThrownBy(() -> shop.change(AFTER_SALES, draftOf("售後客服", answering(CARA), notAnswering(AMY))))
                .isInstanceOf(NoChatPermission.class);
    }

    @Test
    void theSameGroupWishedAgainChangesNothing() {
        assertThat(aShop(on(), preSales(AMY, BEN)).change(PRE_SALES, draft("售前客服", BEN, AMY)))
                .isEmpty();
    }

    @Test
    void othersHearOfTheMainAccountInAGroupOnlyWhileItsSwitchIsOn() {
        var excluded = aShop(on(), preSales(AMY, MAIN));
        var included = aShop(withMain(on()), preSales(AMY, MAIN));

        assertThat(excluded.setup().groups()).containsExactly(preSales(AMY));
        assertThat(excluded.groups()).containsExactly(preSales(AMY, MAIN));
        assertThat(included.setup().groups()).containsExactly(preSales(AMY, MAIN));
    }

    @Test
    void anUnknownGroupIsRefused() {
        var shop = aShop(off(), preSales(AMY));

        assertThatThrownBy(() -> shop.change(ANOTHER, draft("夜班"))).isInstanceOf(UnknownGroup.class);
        assertThatThrownBy(() -> shop.delete(ANOTHER)).isInstanceOf(UnknownGroup.class);
    }
}
