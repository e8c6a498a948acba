// The description of the API as a page to try it on.
const place = document.getElementById("tai-lieu");
window.SwaggerUIBundle({ url: place.dataset.moTa, domNode: place, docExpansion: "none", tryItOutEnabled: false, validatorUrl: null });
