package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Shop;
import dev.fenliu.chatgroups.domain.DistributionSettings;
import dev.fenliu.chatgroups.domain.MainAccountRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop's groups and settings, and what they mean now.
 *
 * @param mayBeOn whether some group has a member who counts
 * @param dependsOnMain whether nobody but the main account counts
 * @param staging null when nothing waits
 */
public record ShopView(
        Shop shop,
        DistributionSettings settings,
        MainAccountRole mainAccountRole,
        boolean mayBeOn,
        boolean dependsOnMain,
        List<GroupCard> groups,
        @Nullable StagingView staging) {}
