// Shows an embed in place of its card when a reader chooses it. Without this file, or with a
// modified click, the card is the plain link it is in the page.
document.addEventListener("click", (event) => {
  const card = event.target.closest("a[data-frame]");
  if (!card || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.title = card.querySelector(".embed-provider").textContent;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.loading = "eager";
  frame.src = card.dataset.frame;
  card.replaceWith(frame);
  frame.focus();
});
