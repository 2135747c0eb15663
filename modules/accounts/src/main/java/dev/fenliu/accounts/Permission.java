package dev.fenliu.accounts;

/** What a role may allow; each is given per shop. The main account holds all of them in every shop. */
public enum Permission {
    /** Create and change members (成員). */
    MANAGE_MEMBERS,
    /** Create and change roles (角色). */
    MANAGE_ROLES,
    /** Authorise and disable shops (我的賣場). */
    MANAGE_SHOPS,
    /** Change chat groups and distribution (聊聊分組). */
    MANAGE_CHAT_GROUPS,
    /** See the performance data of others (表現數據). */
    VIEW_PERFORMANCE,
    /** See the activity of others (活動紀錄). */
    VIEW_ACTIVITY,
    /** Answer chats: the chat permission (聊聊權限). */
    CHAT,
    /** Open conversations of others, read-only (檢視全部對話). */
    VIEW_ALL_CHATS,
    /** Move conversations of others to somebody else (改派). */
    REASSIGN,
    /** Refuse the messages of a buyer (封鎖買家), and take them again. */
    BLOCK_BUYERS
}
