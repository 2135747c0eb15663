package dev.fenliu.routing.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.ConversationNames;
import dev.fenliu.routing.ConversationNames.Named;
import dev.fenliu.routing.DecisionStories;
import dev.fenliu.routing.DecisionStory;
import dev.fenliu.routing.domain.DecisionLog;
import dev.fenliu.routing.domain.DecisionLog.Entry;
import dev.fenliu.routing.domain.DecisionLog.Place;
import dev.fenliu.routing.domain.DecisionLog.Wanted;
import dev.fenliu.routing.domain.Decisions.Logged;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people why conversations went where they went: one at a desk, all of a shop in its log (分配紀錄). */
@Service
@Transactional(readOnly = true)
public class TellDecisions implements DecisionStories {
    private final DecisionLog log;
    private final ConversationNames names;
    private final ChatGroups chatGroups;
    private final Directory directory;
    private final Permissions permissions;

    TellDecisions(
            DecisionLog log,
            ConversationNames names,
            ChatGroups chatGroups,
            Directory directory,
            Permissions permissions) {
        this.log = log;
        this.names = names;
        this.chatGroups = chatGroups;
        this.directory = directory;
        this.permissions = permissions;
    }

    /**
     * A page of a shop's log.
     *
     * @param agents whom the log may be asked for
     * @param next below which place it goes on; null at its end
     */
    public record Page(
            Shop shop,
            List<DecisionStory> stories,
            List<Member> agents,
            @Nullable Place next) {}

    @Override
    public List<DecisionStory> of(EnterpriseId enterprise, ConversationId conversation, int limit) {
        return tell(
                enterprise,
                log.of(enterprise, conversation, null, limit).stream()
                        .map(Entry::decision)
                        .toList());
    }

    /** What these decisions say, in their order. */
    public List<DecisionStory> tell(EnterpriseId enterprise, List<Logged> logged) {
        if (logged.isEmpty()) {
            return List.of();
        }
        var named = names.names(
                enterprise, logged.stream().map(Logged::conversation).distinct().toList());
        var teller = new StoryTeller(
                member -> name(enterprise, member),
                groups(enterprise, logged),
                decision -> named.getOrDefault(decision.conversation(), new Named("", ChatSource.OTHER)));
        return logged.stream().map(teller::tell).toList();
    }

    /** The shop's decisions, the newest first, for whoever may change its groups. */
    public Page log(Actor actor, String shopIdOrName, Wanted wanted, int limit) {
        var shop = shop(actor, shopIdOrName);
        var entries = log.read(actor.enterprise(), shop.id(), wanted, limit + 1);
        var shown = entries.stream().limit(limit).toList();
        return new Page(
                shop,
                tell(actor.enterprise(), shown.stream().map(Entry::decision).toList()),
                directory.membersWith(actor.enterprise(), Permission.CHAT, shop.id()),
                entries.size() > limit ? shown.getLast().place() : null);
    }

    /** The shop with that id or name, if the asker may see its log. */
    public Shop shop(Actor actor, String idOrName) {
        var shop = directory.shopNamed(actor.enterprise(), idOrName).orElseThrow(UnknownShop::new);
        if (!permissions.allow(actor, Permission.MANAGE_CHAT_GROUPS, shop.id())) {
            throw new NotAllowed();
        }
        return shop;
    }

    private String name(EnterpriseId enterprise, MemberId member) {
        return directory.member(enterprise, member).map(Member::name).orElse(member.toString());
    }

    private Map<GroupId, String> groups(EnterpriseId enterprise, List<Logged> logged) {
        var shops = logged.stream().map(Logged::shop).distinct().toList();
        var setups = shops.size() == 1
                ? Stream.of(chatGroups.setup(enterprise, shops.getFirst()))
                : chatGroups.setups(enterprise).values().stream();
        return setups.flatMap(setup -> setup.groups().stream())
                .collect(Collectors.toMap(ChatGroup::id, ChatGroup::name));
    }
}
