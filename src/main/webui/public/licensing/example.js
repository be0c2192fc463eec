// What an application does to embed the page: it gives the element a way to get an access token.
const element = document.querySelector('inspire-licensing');

// Called before each request, and once more with the token that was refused. Applications return their user's token; in
// development the sandbox has one for everybody.
element.getToken = async () => (await fetch('../sandbox/token?role=Admin')).text();

// Optional: the tab is an attribute, and says when it changes. The address is the application's own business.
element.addEventListener('inspire-licensing-tab', (event) => console.info(`Now showing: ${event.detail}`));
document.querySelector('#switch').addEventListener('click', () => {
    element.tab = element.tab === 'status' ? 'activate' : 'status';
});
