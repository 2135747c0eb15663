package dev.fenliu.routing.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.chatgroups.DraftedSetups;
import dev.fenliu.routing.Desks.Stretch;
import dev.fenliu.routing.application.AskWhatIf.Chats;
import dev.fenliu.routing.application.AskWhatIf.Question;
import dev.fenliu.routing.application.AskWhatIf.Shift;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.AgentMayNotAnswer;
import dev.fenliu.routing.domain.LocalDay;
import dev.fenliu.routing.domain.Loyalty;
import dev.fenliu.routing.domain.MadeTraffic;
import dev.fenliu.routing.domain.Shifts;
import dev.fenliu.routing.domain.Traffic;
import dev.fenliu.routing.domain.UnknownAgent;
import dev.fenliu.routing.domain.WhatIf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a what-if needs: the draft as a setup, the chats, and who is there when. */
@Service
class PrepareWhatIf {
    private final DraftedSetups setups;
    private final Directory directory;
    private final RecordedDays days;
    private final Loyalty loyalty;

    PrepareWhatIf(DraftedSetups setups, Directory directory, RecordedDays days, Loyalty loyalty) {
        this.setups = setups;
        this.directory = directory;
        this.days = days;
        this.loyalty = loyalty;
    }

    @Transactional(readOnly = true)
    public WhatIf prepare(Actor actor, String shopIdOrName, Question question, Instant now) {
        var enterprise = actor.enterprise();
        var setup = setups.draft(actor, shopIdOrName, question.draft());
        var shop = directory.shop(enterprise, setup.shop()).orElseThrow(UnknownShop::new);
        var answering = directory.membersWith(enterprise, Permission.CHAT, shop.id());
        var day = day(question.chats(), shop, now);
        var traffic = traffic(question.chats(), shop, day, now);
        var shifts = question.shifts() == null
                ? present(question.chats(), shop, answering, day, traffic, now)
                : drafted(question.shifts(), shop, answering, day, traffic);
        var agents = answering.stream().map(PrepareWhatIf::unburdened).toList();
        var main = unburdened(directory.mainAccount(enterprise));
        return new WhatIf(loyalty, setup, main, agents, shifts, traffic);
    }

    private static LocalDay day(Chats chats, Shop shop, Instant now) {
        return switch (chats) {
            case Chats.Recorded recorded ->
                Refusal.within("traffic.recorded", () -> LocalDay.recorded(recorded.date(), shop.zone(), now));
            case Chats.Made _ -> MadeTraffic.DAY;
        };
    }

    private Traffic traffic(Chats chats, Shop shop, LocalDay day, Instant now) {
        return switch (chats) {
            case Chats.Recorded _ ->
                Refusal.within("traffic.recorded", () -> days.traffic(shop.enterprise(), shop.id(), day, now));
            case Chats.Made made -> made.traffic().traffic();
        };
    }

    private Shifts present(Chats chats, Shop shop, List<Member> answering, LocalDay day, Traffic traffic, Instant now) {
        return switch (chats) {
            case Chats.Recorded _ -> days.shifts(shop.enterprise(), day, now);
            case Chats.Made _ -> Shifts.allOf(ids(answering), traffic.from(), traffic.until());
        };
    }

    private Shifts drafted(List<Shift> shifts, Shop shop, List<Member> answering, LocalDay day, Traffic traffic) {
        var stretches = new ArrayList<Stretch>();
        for (var place = 0; place < shifts.size(); place++) {
            var shift = shifts.get(place);
            stretches.addAll(Refusal.within(
                    "agents[" + place + "]",
                    () -> new DraftedShift(day, traffic)
                            .stretches(member(shift.member(), shop, ids(answering)), shift.times())));
        }
        return new Shifts(stretches);
    }

    private MemberId member(String idOrLogin, Shop shop, List<MemberId> answering) {
        var member = directory.memberNamed(shop.enterprise(), idOrLogin).orElseThrow(UnknownAgent::new);
        if (!answering.contains(member.id())) throw new AgentMayNotAnswer(member.name());
        return member.id();
    }

    private static List<MemberId> ids(List<Member> members) {
        return members.stream().map(Member::id).toList();
    }

    private static Agent unburdened(Member member) {
        return new Agent(
                member.id(),
                Presence.OFFLINE,
                Instant.EPOCH,
                null,
                member.createdAt(),
                member.main(),
                0,
                Instant.EPOCH);
    }
}
