package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Shop;
import dev.fenliu.chatgroups.WaitingChats.Waiting;
import dev.fenliu.chatgroups.domain.DistributionSettings;
import dev.fenliu.chatgroups.domain.MainAccountRole;
import java.util.List;
import java.util.Optional;

/**
 * A shop's groups and settings, and what they mean now.
 *
 * @param mayBeOn whether some group has a member who counts
 * @param alone whether the main account is the only member who counts: its switch is the distribution's as well
 */
public record ShopView(
        Shop shop,
        DistributionSettings settings,
        MainAccountRole mainAccountRole,
        boolean mayBeOn,
        boolean alone,
        Member mainAccount,
        List<GroupCard> groups,
        Optional<Waiting> waiting) {}
