package dev.fenliu.app.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What kind of answer a browser expects. */
final class Browsers {
    private Browsers() {}

    /** Somebody follows a link or types an address: the answer becomes the page. */
    static boolean opensPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && wantsPage(request) && Doors.isForMembers(request);
    }

    /** The answer is shown as a whole, not put into a part of a page or read by a script. */
    static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader("HX-Request") == null
                && (accept == null || accept.contains(MediaType.TEXT_HTML_VALUE) || accept.contains("*/*"))
                && !isStream(request);
    }

    private static boolean isStream(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
