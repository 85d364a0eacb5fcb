package dev.tandem.library.extraction.worker;

/**
 * One task for the worker.
 *
 * @param path of the file, absolute
 * @param fileName the name its owner gave it
 * @param maxCharacters where the text is cut off
 * @param maxWidth of the picture in pixels, when the task is one
 */
public record WorkerRequest(
    long id, Task task, String path, String fileName, int maxCharacters, int maxWidth) {

  public enum Task {
    EXTRACT,
    PREVIEW
  }

  public static WorkerRequest extract(long id, String path, String fileName, int maxCharacters) {
    return new WorkerRequest(id, Task.EXTRACT, path, fileName, maxCharacters, 0);
  }

  public static WorkerRequest preview(long id, String path, int maxWidth) {
    return new WorkerRequest(id, Task.PREVIEW, path, "", 0, maxWidth);
  }
}
