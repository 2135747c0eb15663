package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.TieBreak;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** People and groups of one shop. */
final class ShopGroupsFixtures {
    static final ShopId SHOP = new ShopId(1);
    static final MemberId MAIN = new MemberId(10);
    static final MemberId AMY = new MemberId(11);
    static final MemberId BEN = new MemberId(12);
    static final MemberId CARA = new MemberId(13);
    static final GroupId PRE_SALES = new GroupId(21);
    static final GroupId AFTER_SALES = new GroupId(22);
    static final GroupId ANOTHER = new GroupId(23);

    private ShopGroupsFixtures() {}

    static ShopGroups anUntouchedShop() {
        return ShopGroups.untouched(SHOP, MAIN);
    }

    static ShopGroups aShop(DistributionSettings settings, ChatGroup... groups) {
        return new ShopGroups(SHOP, MAIN, settings, List.of(groups));
    }

    static DistributionSettings off() {
        return DistributionSettings.DEFAULT;
    }

    static DistributionSettings on() {
        return off().turned(true);
    }

    static DistributionSettings withMain(DistributionSettings settings) {
        return new DistributionSettings(settings.enabled(), true, settings.cap(), settings.tieBreak());
    }

    static ChatGroup preSales(MemberId... members) {
        return group(PRE_SALES, "售前客服", ChatSource.PRODUCT_PAGE, members);
    }

    static ChatGroup afterSales(MemberId... members) {
        return group(AFTER_SALES, "售後客服", ChatSource.ORDER_PAGE, members);
    }

    static ChatGroup group(GroupId id, String name, ChatSource source, MemberId... members) {
        return new ChatGroup(id, SHOP, name, Set.of(source), new LinkedHashSet<>(Arrays.asList(members)));
    }

    static GroupDraft draft(String name, MemberId... members) {
        return GroupDraft.of(
                name,
                List.of(ChatSource.PRODUCT_PAGE),
                Arrays.stream(members).map(ShopGroupsFixtures::answering).toList());
    }

    static GroupDraft draftOf(String name, Candidate... members) {
        return GroupDraft.of(name, List.of(ChatSource.PRODUCT_PAGE), List.of(members));
    }

    static Candidate answering(MemberId member) {
        return new Candidate(member, "member " + member, true);
    }

    static Candidate notAnswering(MemberId member) {
        return new Candidate(member, "member " + member, false);
    }

    static DistributionWish switchedOn() {
        return new DistributionWish(true, null, null, null);
    }

    static DistributionWish switchedOff() {
        return new DistributionWish(false, null, null, null);
    }

    static DistributionWish mainIncluded(boolean included) {
        return new DistributionWish(null, included, null, null);
    }

    static DistributionWish capOf(int cap) {
        return new DistributionWish(null, null, cap, null);
    }

    static DistributionWish tiesGoTo(TieBreak tieBreak) {
        return new DistributionWish(null, null, null, tieBreak);
    }
}
