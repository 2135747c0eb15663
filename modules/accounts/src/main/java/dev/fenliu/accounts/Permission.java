package dev.fenliu.accounts;

/** What a role may allow; each is given per shop. The main account holds all of them in every shop. */
public enum Permission {
    /** Create and change members (成員). */
    MANAGE_MEMBERS(Area.PLATFORM),
    /** Create and change roles (角色). */
    MANAGE_ROLES(Area.PLATFORM),
    /** Authorise and disable shops (我的賣場). */
    MANAGE_SHOPS(Area.PLATFORM),
    /** Change chat groups and distribution (聊聊分組). */
    MANAGE_CHAT_GROUPS(Area.PLATFORM),
    /** See the performance data of others (表現數據). */
    VIEW_PERFORMANCE(Area.PLATFORM),
    /** See the activity of others (活動紀錄). */
    VIEW_ACTIVITY(Area.PLATFORM),
    /** Answer chats: the chat permission (聊聊權限). */
    CHAT(Area.CHAT),
    /** Open conversations of others, read-only (檢視全部對話). */
    VIEW_ALL_CHATS(Area.CHAT),
    /** Move conversations of others to somebody else (改派). */
    REASSIGN(Area.CHAT),
    /** Refuse the messages of a buyer (封鎖買家), and take them again. */
    BLOCK_BUYERS(Area.CHAT);

    private final Area area;

    Permission(Area area) {
        this.area = area;
    }

    /** Where it stands in the tree of a role; its words are {@code permission.<name>} and {@code ….hint}. */
    public Area area() {
        return area;
    }

    /** The branches of the tree. */
    public enum Area {
        /** 企業帳號管理平台. */
        PLATFORM,
        /** 聊聊. */
        CHAT
    }
}
