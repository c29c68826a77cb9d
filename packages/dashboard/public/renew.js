// A page whose program did not come, because the server was going away just then, is loaded anew.
setTimeout(() => {
  const root = document.getElementById('root');
  if (root && root.childElementCount === 0) window.location.reload();
}, 60000);
