package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Shop;
import dev.fenliu.chatgroups.domain.DistributionSettings;
import dev.fenliu.chatgroups.domain.MainAccountRole;
import java.util.List;

/**
 * A shop's groups and settings, and what they mean now.
 *
 * @param mayBeOn whether some group has a member who counts
 * @param dependsOnMain whether nobody but the main account counts
 * @param reassigns whether whoever looks may move what waits there (改派)
 */
public record ShopView(
        Shop shop,
        DistributionSettings settings,
        MainAccountRole mainAccountRole,
        boolean mayBeOn,
        boolean dependsOnMain,
        List<GroupCard> groups,
        StagingView staging,
        boolean reassigns) {}
