/** There is nothing under this address. */
export function NotFoundPage() {
  return (
    <main class="wide">
      <div class="hello">
        <h1>We don’t have that</h1>
        <p class="lead">
          Perhaps it was sold. <a href="/store">Look around the shop</a>
        </p>
      </div>
    </main>
  );
}
