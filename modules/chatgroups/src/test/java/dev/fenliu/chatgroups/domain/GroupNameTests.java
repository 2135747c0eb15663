package dev.fenliu.chatgroups.domain;

import static dev.fenliu.chatgroups.domain.ShopGroupsFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.chatgroups.GroupId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupNameTests {
    @Test
    void aNameHasOneToFiftyCharacters() {
        assertThat(new GroupName("夜").value()).isEqualTo("夜");
        assertThat(new GroupName("夜".repeat(50)).value()).hasSize(50);
        assertThatThrownBy(() -> new GroupName("")).isInstanceOf(GroupNameMissing.class);
        assertThatThrownBy(() -> new GroupName("夜".repeat(51))).isInstanceOf(GroupNameTooLong.class);
    }

    @Test
    void anEmojiIsOneCharacter() {
        assertThat(new GroupName("🦐".repeat(50)).value()).hasSize(100);
        assertThatThrownBy(() -> new GroupName("🦐".repeat(51))).isInstanceOf(GroupNameTooLong.class);
    }

    @Test
    void whatIsInvisibleAroundANameIsDropped() {
        assertThat(new GroupName(" \t\u3000夜 班\u00a0\u200b\n").value()).isEqualTo("夜 班");
    }

    @Test
    void aNameOfNothingVisibleIsNoName() {
        assertThatThrownBy(() -> new GroupName(" \u3000\u200b\ufeff\t")).isInstanceOf(GroupNameMissing.class);
    }

    @Test
    void aNameStaysOnOneLine() {
        assertThat(new GroupName("夜\r\n班").value()).isEqualTo("夜 班");
    }

    @Test
    void aNameIsUniqueInItsShopInCapitalsOrNot() {
        var shop = anUntouchedShop();
        shop.create(PRE_SALES, draft("Night", AMY));

        assertThatThrownBy(() -> shop.create(ANOTHER, draft(" NIGHT ", BEN))).isInstanceOf(GroupNameTaken.class);
        assertThat(shop.groups()).hasSize(1);
    }

    @Test
    void aGroupMayKeepItsNameAndMayNotTakeAnothers() {
        var shop = aShop(off(), preSales(AMY), afterSales(CARA));

        assertThatCode(() -> shop.change(PRE_SALES, draft("售前客服", BEN))).doesNotThrowAnyException();
        assertThatThrownBy(() -> shop.change(PRE_SALES, draft("售後客服", BEN))).isInstanceOf(GroupNameTaken.class);
    }

    @Test
    void aGroupNeedsASource() {
        assertThatThrownBy(() -> GroupDraft.of("夜班", List.of(), List.of())).isInstanceOf(NoSource.class);
    }

    @Test
    void aShopHasAHundredGroupsAtMost() {
        var shop = anUntouchedShop();
        for (var number = 1; number <= 100; number++) shop.create(new GroupId(number), draft("group " + number));

        assertThatThrownBy(() -> shop.create(new GroupId(101), draft("one more")))
                .isInstanceOf(TooManyGroups.class);
    }
}
