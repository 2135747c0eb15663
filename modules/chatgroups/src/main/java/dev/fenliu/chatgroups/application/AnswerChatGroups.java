package dev.fenliu.chatgroups.application;

import static java.util.stream.Collectors.toMap;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.domain.Setups;
import dev.fenliu.chatgroups.domain.ShopGroups;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers the other modules how shops distribute their chats. */
@Service
class AnswerChatGroups implements ChatGroups {
    private final Setups setups;
    private final Directory directory;

    AnswerChatGroups(Setups setups, Directory directory) {
        this.setups = setups;
        this.directory = directory;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ShopId, ShopSetup> setups(EnterpriseId enterprise) {
        return setups.all(enterprise, main(enterprise)).stream()
                .map(ShopGroups::setup)
                .collect(toMap(ShopSetup::shop, setup -> setup));
    }

    @Override
    @Transactional(readOnly = true)
    public ShopSetup setup(EnterpriseId enterprise, ShopId shop) {
        return setups.of(enterprise, main(enterprise), shop).setup();
    }

    private MemberId main(EnterpriseId enterprise) {
        return directory.mainAccount(enterprise).id();
    }
}
