package dev.fenliu.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Puts the style sheets that one imports in their places, so that a browser asks once instead of half a hundred times. None
 * of them may name files by relative paths.
 */
final class WholeStyleSheet implements ResourceTransformer {
    private static final Pattern IMPORT =
            Pattern.compile("@import url\\(\"(?<file>[^\"]+)\"\\)(?: layer\\((?<layer>[\\w-]+)\\))?;");

    // Only a file may begin with it.
    private static final Pattern CHARSET = Pattern.compile("^@charset [^;]+;");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var sheet = chain.transform(request, resource);
        var name = sheet.getFilename();
        if (name == null || !name.endsWith(".css")) {
            return sheet;
        }
        var whole = new StringBuilder();
        var imports = IMPORT.matcher(sheet.getContentAsString(UTF_8));
        while (imports.find()) {
            imports.appendReplacement(whole, Matcher.quoteReplacement(imported(resource, imports.toMatchResult())));
        }
        imports.appendTail(whole);
        return new TransformedResource(sheet, whole.toString().getBytes(UTF_8));
    }

    private static String imported(Resource from, MatchResult what) throws IOException {
        var text = from.createRelative(what.group("file")).getContentAsString(UTF_8);
        var sheet = CHARSET.matcher(text).replaceFirst("");
        var layer = what.group("layer");
        return layer == null ? sheet : "@layer " + layer + " {\n" + sheet + "\n}";
    }
}
