package dev.fenliu.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What a module's own dependency list says about our other modules.
 *
 * @param module the name of the module, or of another part of the build
 * @param ours the modules that it lists, without the {@code fenliu-} of their artifacts
 */
record Poms(String module, List<String> ours) {
    private static final String PREFIX = "fenliu-";

    static List<Poms> of(Ground ground) {
        return Stream.concat(
                        ground.line().stream().map(module -> "modules/" + module.name()),
                        Stream.of(Ground.APP, "ui-templates"))
                .flatMap(folder -> ground.tree().file(folder + "/pom.xml").stream()
                        .map(file -> new Poms(folder.replaceFirst("^modules/", ""), listed(file))))
                .toList();
    }

    private static List<String> listed(Path pom) {
        try {
            var document =
                    DocumentBuilderFactory.newNSInstance().newDocumentBuilder().parse(pom.toFile());
            var dependencies = document.getElementsByTagNameNS("*", "dependency");
            return IntStream.range(0, dependencies.getLength())
                    .mapToObj(index -> (Element) dependencies.item(index))
                    .map(dependency -> dependency
                            .getElementsByTagNameNS("*", "artifactId")
                            .item(0)
                            .getTextContent()
                            .strip())
                    .filter(artifact -> artifact.startsWith(PREFIX))
                    .map(artifact -> artifact.substring(PREFIX.length()))
                    .toList();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + pom, e);
        }
    }
}
