package dev.tandem.library.sources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** XML from elsewhere: no document types, so no entities and nothing outside is loaded. */
public final class XmlAnswer {
  private XmlAnswer() {}

  /**
   * @throws IOException when it is no XML, or has a document type
   */
  public static Element root(byte[] xml) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (ParserConfigurationException | SAXException wrong) {
      throw new IOException("no XML as expected: " + wrong.getMessage(), wrong);
    }
  }

  /** All elements of this local name below, in their order. */
  public static List<Element> all(Element element, String name) {
    var found = new ArrayList<Element>();
    var nodes = element.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
    return found;
  }

  /** The text of the first such element below; empty where there is none. */
  public static String text(Element element, String name) {
    Node first = element.getElementsByTagNameNS("*", name).item(0);
    return first == null ? "" : first.getTextContent().strip();
  }
}
