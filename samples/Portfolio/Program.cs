Console.WriteLine("portfolio");
